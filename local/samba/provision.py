#!/usr/bin/python3
"""Provisions a Samba AD domain: provision.py SMB_CONF REALM NETBIOS_NAME HOST ADDRESS

The Administrator's password comes on standard input. Unlike `samba-tool domain provision` it leaves the sysvol share's
ACLs alone: LDAP does not need them, and setting them needs root.
"""
import logging
import sys

from samba.auth import system_session
from samba.dsdb import DS_DOMAIN_FUNCTION_2008_R2
from samba.param import LoadParm
from samba.provision import FILL_FULL, provision

smb_conf, realm, netbios_name, host, address = sys.argv[1:6]
logging.basicConfig(level=logging.WARNING)
lp = LoadParm()
lp.load(smb_conf)
provision(
    logging.getLogger("provision"),
    system_session(),
    smbconf=smb_conf,
    samdb_fill=FILL_FULL,
    realm=realm,
    domain=netbios_name,
    hostname=host,
    hostip=address,
    hostip6=None,
    adminpass=sys.stdin.readline().rstrip("\n"),
    dns_backend="NONE",
    serverrole="active directory domain controller",
    dom_for_fun_level=DS_DOMAIN_FUNCTION_2008_R2,
    lp=lp,
    use_rfc2307=False,
    skip_sysvolacl=True,
    backend_store="tdb",
    batch_mode=True,
)
