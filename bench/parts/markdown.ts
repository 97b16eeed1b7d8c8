/** A Markdown table; columns after the first stand to the right. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => [
  `| ${head.join(' | ')} |`,
  `|${head.map((_, i) => (i === 0 ? '---' : '---:')).join('|')}|`,
  ...rows.map(row => `| ${row.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`),
].join('\n')

export const list = (lines: readonly string[]): string => lines.map(line => `- ${line}`).join('\n')

export const fenced = (kind: string, text: string): string => `\`\`\`${kind}\n${text.trim()}\n\`\`\``
