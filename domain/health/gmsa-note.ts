/**
 * What a group-managed service account can and cannot do here, for whoever asks why there are two ordinary accounts. The
 * doctor prints it, the console shows it beside the accounts, and docs/directory.md has it (MS-ADTS 2.2.18, MS-SAMR 2.2.7).
 */
export const GMSA_NOTE: readonly string[] = [
  'A group-managed service account (gMSA) cannot be one of the two accounts. Its password is computed by the domain controllers and given only to members of the domain that it is released to; a Lambda function is no member of a domain and has no machine account.',
  'It could read the password (msDS-ManagedPassword) only after it had signed in as another account that may, and that account’s password would need to be kept: one secret more, not one less.',
  'So use two ordinary accounts with long random passwords in AWS Secrets Manager, without groups, and let rotation renew them. A gMSA is right for what runs on a member of the domain, such as a scheduled task that applies the commands that the doctor prints.',
];
