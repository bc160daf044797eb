export { describeRemoved } from './describe-removed';
export { removeIdentifiers, type Cleaned } from './remove-identifiers';
