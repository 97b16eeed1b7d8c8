import './votes/rolls.ts'
import './votes/casting.ts'
import './votes/counting.ts'
import './votes/secrecy.ts'
import './votes/keeping.ts'
import './votes/races.ts'
import './votes/dodges.ts'

// Rolls and ballots over the database (Art. 25): one file for each part of a vote's way, one village for all.
