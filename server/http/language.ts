/** The reader's language: English where it is asked for first, else Chinese. */
export const languageOf = (header: string | undefined): 'zh' | 'en' => (header !== undefined && /^\s*en\b/i.test(header) ? 'en' : 'zh')
