// Procedures name kinds of office too, so they stand in the kernel; the registers' own go on finding them here.
export * from '../kernel/office-kinds.ts'
