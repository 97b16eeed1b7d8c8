export { tidyName } from '../../kernel/user-name.ts'
