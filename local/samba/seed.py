#!/usr/bin/python3
"""Fills a provisioned, stopped Samba domain: seed.py SMB_CONF (all | moment) < domain.json

`all` makes the domain's rules, organizational units, groups, people and delegations. `moment` sets only what wears off as
time passes (lockouts, the ages of passwords), so that an old copy of the domain is as new. Both work on the database files
through the modules that the LDAP server uses, as SYSTEM; domain.json is what seed-data.ts writes.
"""
import json
import re
import sys
import time

import ldb
from samba.auth import system_session
from samba.dcerpc import security
from samba.ndr import ndr_pack, ndr_unpack
from samba.param import LoadParm
from samba.samdb import SamDB

TICKS_PER_MS = 10_000
DAY_MS = 86_400_000
NEVER_EXPIRES, SMARTCARD, DISABLED, NORMAL = 0x10000, 0x40000, 0x2, 0x200
USER_CLASS = "bf967aba-0de6-11d0-a285-00aa003049e2"
RESET_PASSWORD = "00299570-246d-11d0-a768-00aa006e0529"
CHANGE_PASSWORD = "ab721a53-1e2f-11d0-9819-00aa0040529b"
LOCKOUT_TIME = "28630ebf-41d5-11d1-a9c1-0000f80367c1"
PWD_LAST_SET = "bf967a0a-0de6-11d0-a285-00aa003049e2"
# Lets pwdLastSet be any time; over LDAP it takes 0 and -1 only.
BYPASS_LAST_SET = "local_oid:1.3.6.1.4.1.7165.4.3.20:0"
DACL_ONLY = "sd_flags:1:4"
# Only migration tools write sIDHistory; over LDAP nobody may.
RELAX = "relax:0"
OWN_ACCOUNTS = ("reader", "resetter", "readerAlternate", "resetterAlternate")

lp = LoadParm()
lp.load(sys.argv[1])
db = SamDB(url=lp.private_path("sam.ldb"), session_info=system_session(), lp=lp)
base = str(db.domain_dn())
domain_sid = security.dom_sid(db.get_domain_sid())


def filetime(days_ago):
    return str(int((time.time() + 11_644_473_600 - days_ago * 86_400) * 1000) * TICKS_PER_MS)


def duration(ms):
    return str(-ms * TICKS_PER_MS)


def modify(dn, changes, controls=None):
    message = ldb.Message()
    message.dn = ldb.Dn(db, str(dn))
    for name, value in changes.items():
        message[name] = ldb.MessageElement(value, ldb.FLAG_MOD_REPLACE, name)
    db.modify(message, controls or [])


def named(name):
    found = db.search(base, expression="(sAMAccountName=%s)" % ldb.binary_encode(name), attrs=["objectSid"])
    return found[0].dn, str(ndr_unpack(security.dom_sid, found[0]["objectSid"][0]))


def descriptor(dn):
    found = db.search(dn, scope=ldb.SCOPE_BASE, attrs=["nTSecurityDescriptor"])
    return ndr_unpack(security.descriptor, found[0]["nTSecurityDescriptor"][0])


def add_aces(dn, aces):
    """Puts ACEs at the head of the DACL. Inherited ones are left out: the server adds them again."""
    sddl = re.sub(r"\([^;]*;[^;]*ID[^;]*;[^)]*\)", "", descriptor(dn).as_sddl(domain_sid))
    new = security.descriptor.from_sddl("D:" + "".join(aces), domain_sid).as_sddl(domain_sid)[2:]
    head = sddl.index("(")
    merged = security.descriptor.from_sddl(sddl[:head] + new + sddl[head:], domain_sid)
    modify(dn, {"nTSecurityDescriptor": ndr_pack(merged)}, [DACL_ONLY])


def child(name, parent):
    """The DN of CN=name below a parent given relative to the base; the name may hold any character."""
    dn = ldb.Dn(db, "CN=x")
    dn.set_component(0, "CN", name)
    dn.add_base(ldb.Dn(db, "%s,%s" % (parent, base)))
    return dn


def add_user(user, cn, flags=0):
    attributes = {
        "sAMAccountName": user["username"],
        "userPrincipalName": user["upn"],
        "displayName": user["displayName"],
        "givenName": user.get("givenName"),
        "sn": user.get("surname"),
        "mail": user.get("mail"),
        "mobile": user.get("mobile"),
        "employeeID": user.get("employeeId"),
        "preferredLanguage": user.get("preferredLanguage"),
        "description": user.get("description"),
    }
    dn = child(cn, user["ou"])
    db.add({"dn": dn, "objectClass": "user", **{k: v for k, v in attributes.items() if v is not None}})
    modify(dn, {"unicodePwd": ('"%s"' % user["password"]).encode("utf-16-le")})
    modify(dn, {"userAccountControl": str(NORMAL | flags)})
    if "logonHours" in user:
        modify(dn, {"logonHours": bytes.fromhex(user["logonHours"])})
    if "formerSids" in user:
        modify(dn, {"sIDHistory": [ndr_pack(security.dom_sid(sid)) for sid in user["formerSids"]]}, [RELAX])
    return dn


def add_person(person):
    flags = sum(flag for key, flag in (("disabled", DISABLED), ("neverExpires", NEVER_EXPIRES)) if person.get(key))
    dn = add_user(person, person["displayName"], flags)
    if person.get("smartCard"):
        modify(dn, {"userAccountControl": str(NORMAL | flags | SMARTCARD)})
    for group in person["groups"]:
        db.add_remove_group_members(group, [person["username"]], add_members_operation=True)
    if person.get("cannotChangePassword"):
        add_aces(dn, ["(OD;;CR;%s;;%s)" % (CHANGE_PASSWORD, who) for who in ("PS", "WD")])
    if person.get("adminCount"):
        stamp_as_protected(dn)


def stamp_as_protected(dn):
    """What SDProp does on Windows; Samba has none."""
    holder = descriptor("CN=AdminSDHolder,CN=System," + base)
    holder.type |= security.SEC_DESC_DACL_PROTECTED
    modify(dn, {"adminCount": "1", "nTSecurityDescriptor": ndr_pack(holder)}, [DACL_ONLY])


def set_rules(domain):
    rules = domain["rules"]
    modify(base, {
        "minPwdLength": str(rules["minimumLength"]),
        "pwdHistoryLength": str(rules["historyLength"]),
        "pwdProperties": "1" if rules["complexity"] else "0",
        "minPwdAge": duration(rules["minimumAgeMs"]),
        "maxPwdAge": duration(rules["maximumAgeMs"]),
        "lockoutThreshold": str(rules["lockoutThreshold"]),
        "lockOutObservationWindow": duration(rules["lockoutWindowMs"]),
        "lockoutDuration": duration(rules["lockoutDurationMs"]),
    })
    if domain["upnSuffixes"]:
        modify("CN=Partitions,%s" % db.get_config_basedn(), {"uPNSuffixes": domain["upnSuffixes"]})


def add_settings_object(settings):
    db.add({
        "dn": "CN=%s,CN=Password Settings Container,CN=System,%s" % (settings["name"], base),
        "objectClass": "msDS-PasswordSettings",
        "msDS-PasswordSettingsPrecedence": str(settings["precedence"]),
        "msDS-PasswordReversibleEncryptionEnabled": "FALSE",
        "msDS-PasswordHistoryLength": str(settings["historyLength"]),
        "msDS-PasswordComplexityEnabled": "TRUE" if settings["complexity"] else "FALSE",
        "msDS-MinimumPasswordLength": str(settings["minimumLength"]),
        "msDS-MinimumPasswordAge": duration(settings["minimumAgeMs"]),
        "msDS-MaximumPasswordAge": duration(settings["maximumAgeMs"]),
        "msDS-LockoutThreshold": str(settings["lockoutThreshold"]),
        "msDS-LockoutObservationWindow": duration(settings["lockoutWindowMs"]),
        "msDS-LockoutDuration": duration(settings["lockoutDurationMs"]),
        "msDS-PSOAppliesTo": [str(named(group)[0]) for group in settings["appliesTo"]],
    })


def delegate(domain):
    """Exactly what self-service needs: reset, unlock and must-change on the users of one unit, and reading every rule."""
    sids = {account: named(domain[account]["username"])[1] for account in OWN_ACCOUNTS}
    add_aces("%s,%s" % (domain["delegatedOu"], base), [
        ace for resetter in (sids["resetter"], sids["resetterAlternate"]) for ace in (
            "(OA;CIIO;CR;%s;%s;%s)" % (RESET_PASSWORD, USER_CLASS, resetter),
            "(OA;CIIO;RPWP;%s;%s;%s)" % (LOCKOUT_TIME, USER_CLASS, resetter),
            "(OA;CIIO;RPWP;%s;%s;%s)" % (PWD_LAST_SET, USER_CLASS, resetter),
        )])
    add_aces("CN=Password Settings Container,CN=System," + base,
             ["(A;CI;RPLCRC;;;%s)" % sid for sid in sids.values()])


def seed(domain, people):
    set_rules(domain)
    for unit in domain["organizationalUnits"]:
        db.create_ou("%s,%s" % (unit, base))
    for group in domain["groups"]:
        db.newgroup(group["name"], groupou=group["container"], description=group["description"])
    for group in domain["groups"]:
        for parent in group["memberOf"]:
            db.add_remove_group_members(parent, [group["name"]], add_members_operation=True)
    for account in OWN_ACCOUNTS:
        add_user(domain[account], domain[account]["username"], NEVER_EXPIRES)
    for person in people:
        add_person(person)
    for settings in domain["passwordSettings"]:
        add_settings_object(settings)
    delegate(domain)


def rules_for(person, domain):
    own = [settings for settings in domain["passwordSettings"] if settings["name"] == person.get("pso")]
    return (own + [domain["rules"]])[0]


def password_age_days(person, domain):
    if person.get("passwordExpired"):
        return 200
    if "passwordExpiresInDays" in person:
        return rules_for(person, domain)["maximumAgeMs"] / DAY_MS - person["passwordExpiresInDays"]
    return 730 if person.get("neverExpires") else 20


def set_moment(domain, people):
    for person in people:
        dn, _ = named(person["username"])
        last_set = "0" if person.get("mustChange") else filetime(password_age_days(person, domain))
        modify(dn, {"pwdLastSet": last_set}, [BYPASS_LAST_SET])
        if person.get("accountExpired"):
            modify(dn, {"accountExpires": filetime(30)})
        if person.get("locked"):
            modify(dn, {"lockoutTime": filetime(0), "badPwdCount": str(rules_for(person, domain)["lockoutThreshold"]),
                        "badPasswordTime": filetime(0)})


data = json.load(sys.stdin)
if sys.argv[2] == "all":
    seed(data["domain"], data["people"])
set_moment(data["domain"], data["people"])
