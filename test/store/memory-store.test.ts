import type { Store } from '../../src/conversation';
import { openMemoryStore } from '../../src/store';
import { storeContract } from './store-contract';

describe('a store in memory', () => {
  let store: Store;
  beforeEach(() => {
    store = openMemoryStore();
  });
  storeContract(() => store);
});
