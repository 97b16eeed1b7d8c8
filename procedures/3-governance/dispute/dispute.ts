import { procedure } from '../../../kernel/procedure.ts'
import { words } from '../../../kernel/words.ts'
import { agreeing } from './agreeing.ts'
import { awaiting } from './awaiting.ts'
import { choosing } from './choosing.ts'
import { confirming } from './confirming.ts'
import { deciding } from './deciding.ts'
import { documents } from './documents.ts'
import { ending } from './ending.ts'
import { enforcing } from './enforcing.ts'
import { facts } from './facts.ts'
import { joining } from './joining.ts'
import { limiting } from './limiting.ts'
import { mediating } from './mediating.ts'
import { naming } from './naming.ts'
import { needs } from './needs.ts'
import { performing } from './performing.ts'
import { registering } from './registering.ts'
import { stages } from './stages.ts'
import { measures } from './measures.ts'

/**
 * 矛盾纠纷: one door, whichever way the dispute then takes; mediated where all agree, decided where they do not, followed until it is performed and, where
 * the sides ask for it, confirmed by the court (Art. 28, 29). It stays one matter: nobody tells the story twice, and all its clocks stand side by side.
 */
export const dispute = procedure('dispute', {
  title: words('矛盾纠纷', 'Dispute'),
  since: '2023-02-01',
  basis: ['28.4', '29.1', '29.2', '29.3', '30.1'],
  facts,
  heading: 'headline',
  place: 'place',
  needs,
  records: ['mediated'],
  stages,
  steps: { ...registering, ...joining, ...limiting, ...choosing, ...naming, ...mediating, ...agreeing, ...performing, ...confirming, ...enforcing, ...deciding, ...ending },
  documents,
  measures,
  rates: { agreedRate: { ...words('达成协议的占比', 'Ended in agreement'), of: 'agreed', among: 'begun' } },
  list: { columns: ['about', 'track', 'grade', 'place'] },
  awaits: awaiting,
  notCovered: [
    { basis: '28.2', why: words('公安管控工作在公安系统内进行，平台只保存移交和答复', 'Police work stays in police systems; the platform keeps hand-over and answer') },
    { basis: '29.2', why: words('商事调解组织依法可以收费，按其自己的规则办理；平台只记录当事人另寻途径', 'Bodies of commercial mediation may charge and go by their own rules; the platform keeps that the sides went there') },
    { basis: '29.1', why: words('仲裁、复议、裁决、诉讼的审理在各机构自己的系统内进行，平台只记录期限和结果', 'Arbitration, reconsideration, ruling and suit run in their bodies’ own systems; the platform keeps their limits and results') },
  ],
})
