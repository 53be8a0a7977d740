/** Where something new is written: `#/questions/_new`. No id can be so. */
export const NEW = '_new';
