. /work/wt/burden/.scratch/env
export NODE_ENV=production
psql -U postgres -h 127.0.0.1 -c 'select 1' >/dev/null 2>&1 && echo psql ok
