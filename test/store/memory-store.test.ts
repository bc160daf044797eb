import { openMemoryStore, type ErasableStore } from '../../src/store';
import { storeContract } from './store-contract';

describe('a store in memory', () => {
  let store: ErasableStore;
  beforeEach(() => {
    store = openMemoryStore();
  });
  storeContract(() => store);
});
