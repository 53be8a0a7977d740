/** What was seen of one domain controller, step by step; what comes after a step that failed is left out. */
export interface ControllerFacts {
  /** `ldaps://dc1.corp.example:636`, as the settings have it. */
  readonly url: string;
  readonly host: string;
  readonly port: number;
  readonly name:
    | { readonly kind: 'address' }
    | { readonly kind: 'resolved'; readonly addresses: readonly string[] }
    | { readonly kind: 'unresolved'; readonly because: string };
  /** Whether something took the connection. */
  readonly connected?: { readonly kind: 'yes' } | { readonly kind: 'no'; readonly because: string };
  readonly tls?: TlsFacts;
  /** `silent`: it took the connection and answered no question. */
  readonly root?: RootFacts | { readonly kind: 'silent'; readonly because: string };
}

/** How TLS went, judged as every connection of ours is, and whose certificate it was. */
export interface TlsFacts {
  /** `untrusted`: by none of our authorities; `failed`: it came to no certificate. */
  readonly outcome: 'fine' | 'untrusted' | 'other-name' | 'not-now' | 'failed';
  /** What TLS said, when it was not fine. */
  readonly because?: string;
  readonly certificate?: CertificateFacts;
}

export interface CertificateFacts {
  /** Common name, or the first other name, of whom it is made out to. */
  readonly subject: string;
  /** Its subjectAltName, `dc1.corp.example` or an address. */
  readonly names: readonly string[];
  /** Common name, or what there is instead, of who signed it. */
  readonly issuer: string;
  readonly selfSigned: boolean;
  /** Epoch milliseconds. */
  readonly validFrom: number;
  readonly validTo: number;
  /** SHA-256, in hex with colons. */
  readonly fingerprint: string;
}

/** What a domain controller says of itself to anybody (rootDSE). */
export interface RootFacts {
  readonly kind: 'answered';
  /** Its clock, and ours just before and just after it was asked; epoch milliseconds. */
  readonly time: number;
  readonly askedAt: number;
  readonly answeredAt: number;
  readonly readOnly: boolean;
  /** A reset can be made to obey the password history there. */
  readonly policyHints: boolean;
  /** Distinguished name of the head of its domain. */
  readonly namingContext: string;
  /** Distinguished name of its directory service: whom a role's owner is compared with. */
  readonly serviceName: string;
  readonly hostName: string;
}
