import { useState } from 'react'

/** The `seq` the reader began with: what came after it is new to them. */
export const useSeen = (seq: number): number => useState(seq)[0]
