-- A difference found after a month was paid is paid once more, as a row of its own that says why (Art. 21.3). Its ruling stands in the matter.

alter table subsidy_payment
  add column part smallint not null default 1 check (part in (1, 2)),
  add column because text collate "C" check (because in ('records', 'rule', 'duty')),
  drop constraint subsidy_payment_pkey,
  add primary key (county, account, month, part),
  add check ((part = 2) = (because is not null)),
  add check (part = 1 or fen > 0);
comment on table subsidy_payment is 'What one worker was paid for one month: once (part 1), and at most once more where a dispute found a difference (part 2), which its key sees to. Never changed.';
comment on column subsidy_payment.because is 'Why the difference arose: something done was not counted, the wrong rule was applied, or full-time and part-time were mistaken.';
