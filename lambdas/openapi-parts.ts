/** Problem details (RFC 9457), and what we tell besides. */
export const PROBLEM_SCHEMA = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'reference'],
  properties: {
    type: { const: 'about:blank' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable; what programs decide by' },
    reference: { type: 'string', description: 'What a person reads out to the help desk' },
    field: { type: 'string' },
    changed: { enum: ['no', 'unknown'], description: 'Whether anything was changed in the directory' },
    triesLeft: { type: 'integer' },
    retryAfterSeconds: { type: 'integer' },
    reasons: {},
    roles: {
      type: 'array',
      items: { $ref: '#/components/schemas/Role' },
      description: 'The roles that may do what was refused',
    },
    mistakes: {
      type: 'array',
      items: { $ref: '#/components/schemas/Mistake' },
      description: 'All that is wrong with a document',
    },
    /** What was published since the draft was begun. */
    meanwhile: { $ref: '#/components/schemas/Meanwhile' },
    /** The draft that is there instead of the one that was seen. */
    draft: { $ref: '#/components/schemas/Draft' },
    detail: { type: 'string', description: 'More about this one, in a sentence' },
  },
};

/** The handles, and how they are sent. */
export const SECURITY = {
  flow: { type: 'http', scheme: 'bearer', description: 'The handle that POST /api/recovery answered' },
  session: {
    type: 'http',
    scheme: 'bearer',
    description: 'The handle that POST /api/enrollment/session answered',
  },
  admin: {
    type: 'http',
    scheme: 'bearer',
    description: 'The handle that POST /api/admin/session answered',
  },
  adminCookie: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-latchkey-admin',
    description: 'What POST /api/admin/session set for the console; counts only together with its header',
  },
  adminConsole: {
    type: 'apiKey',
    in: 'header',
    name: 'x-latchkey-console',
    description: 'Always 1: no other site can send it',
  },
};
