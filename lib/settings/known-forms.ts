/** One plain e-mail address. */
export const EMAIL = /^[^\s@<>"(),;:\\]+@[^\s@<>"(),;:\\]+\.[^\s@<>"(),;:\\]+$/;
/** The name of an AWS region, such as eu-west-1. */
export const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;
