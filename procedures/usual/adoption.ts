import { refuse, type Refusal } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'

type Ending = { readonly matter: { readonly stage: string; readonly facts: { readonly resolution?: string } }; readonly input: { readonly resolution?: string } }

/** A draft that a vote adopted is ended by the fall of that vote, and of no other: what another topic came to leaves it as it is. */
export const adoptedByAnother = ({ matter, input }: Ending): Refusal | undefined =>
  (matter.stage === 'tabled' || matter.facts.resolution === input.resolution ? undefined
    : refuse('wrong-stage', words('文本由另一次表决通过，不因本议题而终止', 'Another vote adopted it: this topic does not end it'), { remedy: words('请核对是哪一次表决的结果', 'Look which vote it was') }))
