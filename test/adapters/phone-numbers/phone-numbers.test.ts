import { phoneNumbers } from '../../../adapters/phone-numbers/phone-numbers.ts';
import { phoneNumbersContract } from '../../contracts/phone-numbers.ts';

phoneNumbersContract('libphonenumber', phoneNumbers);
