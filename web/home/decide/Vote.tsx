import type { TopicView } from '../../../server/wire/deliberation.ts'

export const Vote = ({ topic: _ }: { readonly topic: TopicView }) => null
