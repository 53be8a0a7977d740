import type { Outside } from './configuration.ts';

/**
 * What nobody may have written by a post action: it lets somebody in, says who somebody is or what they may do, here or in what is
 * synchronised with the directory, runs at a sign-in, or is where mail, codes and passwords go. LDAP attribute names, in lower case.
 */
const NEVER: ReadonlySet<string> = new Set(
  `unicodepwd userpassword dbcspwd ntpwdhistory lmpwdhistory supplementalcredentials pwdlastset lockouttime useraccountcontrol
   accountexpires logonhours userworkstations samaccountname userprincipalname altsecurityidentities usercertificate
   msds-keycredentiallink serviceprincipalname msds-allowedtodelegateto msds-allowedtoactonbehalfofotheridentity
   msds-additionalsamaccountname msds-assignedauthnpolicy msds-assignedauthnpolicysilo msds-psoapplied msds-supportedencryptiontypes
   member memberof primarygroupid sidhistory objectsid objectguid objectclass objectcategory admincount ntsecuritydescriptor
   usercert usersmimecertificate ms-ds-consistencyguid msds-externaldirectoryobjectid msds-resultantpso msexchmasteraccountsid
   scriptpath profilepath homedirectory homedrive userparameters mstsinitialprogram msnpallowdialin
   uid uidnumber gidnumber unixhomedirectory loginshell sshpublickey sshpublickeys distinguishedname cn name displayname mail mobile telephonenumber othermobile
   othermailbox proxyaddresses targetaddress altrecipient msexchgenericforwardingaddress mailnickname legacyexchangedn
   publicdelegates msexchdelegatelistlink`.split(/\s+/),
);

/** LDAP attribute names (RFC 4512 §2.5, without options). */
const NAME = /^[A-Za-z][A-Za-z0-9-]{0,63}$/;

/** Whether any deployment may list an attribute; pure. */
export const couldBeWritten = (attribute: string): boolean =>
  NAME.test(attribute) && !NEVER.has(attribute.toLowerCase());

/** Whether a post action may write an attribute in this deployment; pure. */
export const mayBeWritten = (
  attribute: string,
  { writableAttributes }: Pick<Outside, 'writableAttributes'>,
): boolean =>
  couldBeWritten(attribute) &&
  writableAttributes.some((listed) => listed.toLowerCase() === attribute.toLowerCase());
