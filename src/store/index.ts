export type { ErasableStore } from './erasable-store';
export { openMemoryStore } from './memory-store';
export { openDatabase } from './sql-database';
export type { Opened, SqlDatabase } from './sql-database';
export { sqlShelf } from './sql-shelf';
export type { SqlShelf } from './sql-shelf';
export { sqlStore } from './sql-store';
