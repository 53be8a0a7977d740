/** The longest name of an attribute that Active Directory takes, in characters. */
const LONGEST = 60;

/** Whether a text is the name of an LDAP attribute (a `descr`: RFC 4512 §1.4); whether the directory has it is for it to say. */
export const isAttributeName = (text: string): boolean =>
  text.length <= LONGEST && /^[A-Za-z][A-Za-z0-9-]*$/.test(text);

const names = (list: string): ReadonlySet<string> => new Set(list.toLowerCase().trim().split(/\s+/));

const SECRET = names(`
  unicodePwd userPassword unixUserPassword msSFU30Password dBCSPwd lmPwdHistory ntPwdHistory supplementalCredentials
  orclPassword sambaLMPassword sambaNTPassword msDS-ManagedPassword ms-Mcs-AdmPwd msLAPS-Password msLAPS-EncryptedPassword
  msLAPS-EncryptedPasswordHistory msLAPS-EncryptedDSRMPassword msLAPS-EncryptedDSRMPasswordHistory msFVE-RecoveryPassword
  msFVE-KeyPackage initialAuthIncoming initialAuthOutgoing trustAuthIncoming trustAuthOutgoing currentValue priorValue
  msPKI-CredentialRoamingTokens msPKIAccountCredentials`);

/** Whether an attribute holds passwords or keys: whoever may ask whether it has a value could find it out. */
export const holdsSecret = (attribute: string): boolean => SECRET.has(attribute.toLowerCase());

const KNOWN_TO_ALL = names(`
  sAMAccountName userPrincipalName cn name displayName givenName sn initials mail proxyAddresses mailNickname
  telephoneNumber title department company manager memberOf physicalDeliveryOfficeName distinguishedName objectGUID
  objectSid objectClass c co l`);

/** Whether an attribute says what stands on a business card or in the address book: it proves nothing to anybody. */
export const isKnownToAll = (attribute: string): boolean => KNOWN_TO_ALL.has(attribute.toLowerCase());
