/** Eight hundred Han characters from the middle of the common block: pairs of them make words that few texts share. */
export const rareCharacters = Array.from({ length: 800 }, (_, i) => String.fromCodePoint(0x5400 + i * 19)).join('')
