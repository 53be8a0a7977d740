/** What people may type to say who they are; each can be switched off. What is off names nobody, for the same work. */
export interface ClaimForms {
  /** `user`, of the default domain. */
  readonly bareName: boolean;
  /** `DOMAIN\user`. */
  readonly domainName: boolean;
  /** `user@suffix`: a user principal name, explicit or implicit. */
  readonly principalName: boolean;
  /** The mail attribute. Two people with one mailbox are nobody by it. */
  readonly mail: boolean;
  /** The attribute that holds the employee number (`employeeID`, `employeeNumber`); off when left out. */
  readonly employeeNumber?: string;
}

export const DEFAULT_CLAIM_FORMS: ClaimForms = {
  bareName: true,
  domainName: true,
  principalName: true,
  mail: false,
};

/** What administrators may type to look somebody up, whatever people may. */
export const EVERY_CLAIM_FORM: ClaimForms = {
  bareName: true,
  domainName: true,
  principalName: true,
  mail: true,
  employeeNumber: 'employeeID',
};
