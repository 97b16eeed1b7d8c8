-- Who joined a matter by mistake is taken out of it: their part ends, and with it all that they read of it. The entry says who it was.
grant delete on party to shanzhi_app;
