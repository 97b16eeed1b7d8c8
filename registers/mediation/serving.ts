import { asPlatform, type Loader, type Recorder } from '../../store/house.ts'
import { accountNamed } from '../accounts.ts'
import { recordContract, villageAdvisers } from './advisers.ts'
import { filedCommittee, openAt, recordCommittee } from './committees.ts'
import { mediatorLoader, mediatorsLoader, mediatorYear, recordMediated, recordMediator } from './mediators.ts'
import { recordStudio } from './studios.ts'

/** What the registers of mediation and advice tell steps. */
export const mediationLoaders: { readonly [name: string]: Loader } = {
  // Lawyers live anywhere: who names one need not see where; the name is published anyway.
  'adviser-account': asPlatform(accountNamed),
  mediators: mediatorsLoader, mediator: mediatorLoader, 'mediator-year': mediatorYear, 'mediation-committee': filedCommittee, 'mediation-open': openAt, 'village-advisers': villageAdvisers,
}

export const mediationRecorders: { readonly [name: string]: Recorder } = {
  'mediation-committee': recordCommittee, mediator: recordMediator, mediated: recordMediated, studio: recordStudio, 'adviser-contract': recordContract,
}
