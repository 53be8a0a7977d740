// Loads a bundle, has it answer once, and prints the milliseconds since this process was born.
import { pathToFileURL } from 'node:url';

const { handler } = await import(pathToFileURL(process.argv[2]).href);
const context = {
  awsRequestId: '1',
  functionName: 'f',
  functionVersion: '1',
  invokedFunctionArn: 'arn',
  memoryLimitInMB: '1769',
};
await handler(JSON.parse(process.argv[3]), context);
console.log(`first answer ${performance.now().toFixed(1)}`);
process.exit(0);
