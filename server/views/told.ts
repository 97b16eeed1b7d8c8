import { keptWords } from '../../kernel/kept-words.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import type { Figure } from '../wire.ts'
import type { Language } from './reader.ts'

/** Figures as they are, but words that a step made on the spot in the reader's language. */
export const toldIn = (language: Language, procedure: Procedure, figures: readonly Figure[]): readonly Figure[] =>
  figures.map(figure => (procedure.facts[figure.fact]?.schema['x-told'] === true && !figure.masked && typeof figure.value === 'string'
    ? { ...figure, value: keptWords(figure.value)[language] } : figure))
