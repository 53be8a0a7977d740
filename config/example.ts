import { defineConfig } from '../lib/settings.ts';

/**
 * An example to copy: a new VPC, joined to the premises by a site-to-site VPN. Nothing in it is real.
 *
 *   functions ─▶ virtual private gateway ═ two IPsec tunnels ═ the VPN device on premises ─▶ domain controllers
 *
 * docs/network.md draws every way.
 */
export default defineConfig({
  name: 'Example',
  organization: { name: 'Example Ltd', helpDeskPhone: '+44 20 7946 0000' },
  // Whoever is in here may do everything at the console. Get-ADGroup 'Latchkey Administrators' shows the SID.
  administrators: [
    { name: 'CORP\\Latchkey Administrators', sid: 'S-1-5-21-1004336348-1177238915-682003330-1108' },
  ],
  portal: {
    // The public addresses of the offices and of the VPN for people at home.
    allowList: ['198.51.100.0/24', '203.0.113.64/26'],
  },
  // Where administrators sit, or what their VPN comes from.
  administration: { allowList: ['198.51.100.0/28'] },
  domains: [
    {
      netbiosName: 'CORP',
      dnsName: 'corp.example.com',
      upnSuffixes: ['example.com'],
      domainControllers: [
        { url: 'ldaps://dc1.corp.example.com', address: '10.20.0.11' },
        { url: 'ldaps://dc2.corp.example.com', address: '10.20.0.12' },
      ],
      baseDn: 'DC=corp,DC=example,DC=com',
      caFile: 'config/example-ca.pem',
      bases: ['OU=People,DC=corp,DC=example,DC=com'],
      accounts: {
        dataProxy: { username: 'svc-latchkey-read' },
        selfService: { username: 'svc-latchkey-set' },
      },
    },
  ],
  network: {
    kind: 'new-vpc-vpn',
    // The device's public address and its BGP ASN. Without BGP: routing: 'static'.
    customerGatewayIp: '203.0.113.10',
    bgpAsn: 65010,
    // The VPC's own addresses: free on premises, and let through to TCP 636 of the domain controllers by the firewall there.
    cidr: '10.90.0.0/24',
    // Where the domain controllers are.
    onPremisesCidrs: ['10.20.0.0/16'],
    // com.amazonaws.eu-west-1.dynamodb
    dynamoDbPrefixListId: 'pl-6fa54006',
  },
  mail: { from: 'account-recovery@example.com' },
  watch: {
    // Somebody must act now; within a working day; should know. E-mail addresses, or https ones of a paging service.
    page: ['it-on-call@example.com'],
    ticket: ['it-service-desk@example.com'],
    notice: ['it-security@example.com'],
  },
});
