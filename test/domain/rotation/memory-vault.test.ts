import { vaultContract } from '../../contracts/credential-vault.ts';
import { memoryVault } from '../../support/memory-vault.ts';

vaultContract('in memory, for tests', async () => memoryVault());
