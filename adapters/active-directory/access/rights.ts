/** GUIDs of what access entries single out (MS-ADTS 5.1.3.2.1, MS-ADA, MS-ADSC); the set is the attribute's property set. */
export const USER_CLASS = 'bf967aba-0de6-11d0-a285-00aa003049e2';
export const CHANGE_PASSWORD = 'ab721a53-1e2f-11d0-9819-00aa0040529b';
export const RESET_PASSWORD = '00299570-246d-11d0-a768-00aa006e0529';
export const LOCKOUT_TIME = '28630ebf-41d5-11d1-a9c1-0000f80367c1';
export const PWD_LAST_SET = 'bf967a0a-0de6-11d0-a285-00aa003049e2';
/** User-Account-Restrictions: pwdLastSet, userAccountControl, accountExpires and more. */
export const ACCOUNT_RESTRICTIONS = '4c164200-20c0-11d0-a768-00aa006e0529';

/** What administrators call them; dsacls knows them by the same names. */
const NAMES: Readonly<Record<string, string>> = {
  [RESET_PASSWORD]: 'Reset Password',
  [CHANGE_PASSWORD]: 'Change Password',
  [LOCKOUT_TIME]: 'lockoutTime',
  [PWD_LAST_SET]: 'pwdLastSet',
  [ACCOUNT_RESTRICTIONS]: 'User-Account-Restrictions (pwdLastSet, userAccountControl, accountExpires)',
  'bf967a68-0de6-11d0-a285-00aa003049e2': 'userAccountControl',
  'bf9679c0-0de6-11d0-a285-00aa003049e2': 'member',
  'bf967991-0de6-11d0-a285-00aa003049e2': 'memberOf',
  'f3a64788-5306-11d1-a9c5-0000f80367c1': 'servicePrincipalName',
  '3f78c3e5-f79a-46bd-a0b8-9d18116ddc79': 'msDS-AllowedToActOnBehalfOfOtherIdentity',
  '5b47d60f-6090-40b2-9f37-2a4de88f3063': 'msDS-KeyCredentialLink',
  '28630ebb-41d5-11d1-a9c1-0000f80367c1': 'userPrincipalName',
  'bf967915-0de6-11d0-a285-00aa003049e2': 'accountExpires',
  'bf967961-0de6-11d0-a285-00aa003049e2': 'mail',
  'bf967953-0de6-11d0-a285-00aa003049e2': 'displayName',
  'bf967950-0de6-11d0-a285-00aa003049e2': 'description',
  'f30e3bbe-9ff0-11d1-b603-0000f80367c1': 'gPLink',
  'f30e3bbf-9ff0-11d1-b603-0000f80367c1': 'gPOptions',
  '77b5b886-944a-11d1-aebd-0000f80367c1': 'Personal-Information',
  'e48d0154-bcf8-11d1-8702-00c04fb96050': 'Public-Information',
  '59ba2f42-79a2-11d0-9020-00c04fc2d3cf': 'General-Information',
  'bc0ac240-79a9-11d0-9020-00c04fc2d4cf': 'Membership',
  '5f202010-79a5-11d0-9020-00c04fc2d4cf': 'User-Logon',
  'e45795b2-9455-11d1-aebd-0000f80367c1': 'Phone-and-Mail-Options',
  'e45795b3-9455-11d1-aebd-0000f80367c1': 'Web-Information',
  '1131f6aa-9c07-11d1-f79f-00c04fc2dcd2': 'Replicating Directory Changes',
  '1131f6ad-9c07-11d1-f79f-00c04fc2dcd2': 'Replicating Directory Changes All',
  '89e95b76-444d-4c62-991a-0facbeda640c': 'Replicating Directory Changes In Filtered Set',
  'ccc2dc7d-a6ad-4a7a-8846-c04e3cc53501': 'Unexpire Password',
  '280f369c-67c7-438e-ae98-1d46f3c6f541': 'Update Password Not Required Bit',
  '05c74c5e-4deb-43b4-bd9f-86664c2a7fd5': 'Enable Per User Reversibly Encrypted Password',
  [USER_CLASS]: 'user',
  'bf967a9c-0de6-11d0-a285-00aa003049e2': 'group',
  'bf967a86-0de6-11d0-a285-00aa003049e2': 'computer',
  'bf967aa5-0de6-11d0-a285-00aa003049e2': 'organizationalUnit',
  '4828cc14-1437-45bc-9b07-ad6f015e5f28': 'inetOrgPerson',
  '5cb41ed0-0e4c-11d0-a286-00aa003049e2': 'contact',
};

/** The name of a right, attribute, property set or class; its GUID, where nobody needs to know more. */
export const nameOfGuid = (guid: string): string => NAMES[guid] ?? guid;
