/** How somebody is told of what may go against them, with or without a phone. */
export const toldWays = {
  handed: { zh: '当面送达，本人签收', en: 'Handed over, signed for' },
  witnessed: { zh: '当面送达，本人不签，有见证人', en: 'Handed over before a witness, not signed' },
  account: { zh: '平台通知，并打电话确认本人看到', en: 'By the platform, and a call that they saw it' },
} as const
