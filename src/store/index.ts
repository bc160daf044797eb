export type { ErasableStore } from './erasable-store';
export { memoryFeedback } from './memory-feedback';
export { openMemoryStore } from './memory-store';
export { openDatabase, openSound } from './sql-database';
export type { Opened, SqlDatabase } from './sql-database';
export { sqlFeedback } from './sql-feedback';
export { sqlShelf } from './sql-shelf';
export { sqlStore } from './sql-store';
