/** A telephone number in the form that carriers take. */
export interface PhoneNumber {
  /** E.164: `+491701234567`. */
  readonly number: string;
  /** ISO 3166-1 code: `DE`. */
  readonly country: string;
  /** What its country is called by: `49`. */
  readonly callingCode: string;
}

/** Reads telephone numbers as people write them. */
export interface PhoneNumbers {
  /** Undefined when it is none, or can't take texts; one without a country code is taken to be of `country`. */
  read(typed: string, country: string): Promise<PhoneNumber | undefined>;
}
