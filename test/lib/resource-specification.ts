import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { Template } from 'aws-cdk-lib/assertions';
import { intrinsics, isIntrinsic } from './intrinsics.ts';

interface Written {
  readonly Resources?: Readonly<Record<string, Body>>;
  readonly Outputs?: object;
}
type Body = Readonly<Record<string, unknown>> & { readonly Type: string };
type Properties = Readonly<Record<string, { readonly required?: boolean; readonly type: Shape }>>;
/** The form of a value, as AWS publishes it. */
interface Shape {
  readonly type: string;
  readonly element?: Shape;
  readonly types?: readonly Shape[];
  readonly reference?: { readonly $ref: string };
  readonly allowedValues?: readonly (string | number)[];
}

const BESIDE_PROPERTIES = [
  'Type',
  'Properties',
  'Metadata',
  'DependsOn',
  'Condition',
  'DeletionPolicy',
  'UpdatePolicy',
  'UpdateReplacePolicy',
];
const TAG: Properties = {
  Key: { required: true, type: { type: 'string' } },
  Value: { required: true, type: { type: 'string' } },
};
let specification: ReturnType<typeof loadAwsServiceSpecSync> | undefined;
/** Reading it takes half a second: once for a test file. */
const known = () => (specification ??= loadAwsServiceSpecSync());
const typeNamed = (name: string) => known().lookup('resource', 'cloudFormationType', 'equals', name)[0];

/**
 * Where a template asks CloudFormation for what it has not, a sentence each, by the schemas that AWS publishes of its resource types: types,
 * properties and attributes that there are not, properties that are missing, values of another form. What a function of the template
 * yields is known on AWS only and fits everywhere.
 */
export function specificationMistakes(template: Template): readonly string[] {
  const { Resources = {}, Outputs = {} } = template.toJSON() as Written;
  return [
    ...Object.entries(Resources).flatMap(([id, body]) =>
      mistakesOfResource(body).map((mistake) => `${id} (${body.Type}) ${mistake}`),
    ),
    ...unknownAttributes({ Resources, Outputs }, Resources),
  ];
}

function mistakesOfResource(body: Body): readonly string[] {
  const type = typeNamed(body.Type);
  if (!type) return ['is of a type that there is not'];
  return [
    ...Object.keys(body)
      .filter((name) => !BESIDE_PROPERTIES.includes(name))
      .map((name) => `has ${name} beside its properties`),
    ...inObject(body['Properties'] ?? {}, type.properties, ''),
  ];
}

function inObject(value: unknown, properties: Properties, at: string): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [`has ${place(at)}, which should have properties of its own`];
  const missing = Object.entries(properties).filter(([name, { required }]) => required && !(name in value));
  return [
    ...missing.map(([name]) => `lacks ${at}${name}`),
    ...Object.entries(value).flatMap(([name, inner]) => {
      const property = properties[name];
      return property
        ? inValue(inner, property.type, `${at}${name}`)
        : [`has ${at}${name}, which is unknown`];
    }),
  ];
}

function inValue(value: unknown, shape: Shape, at: string): readonly string[] {
  if (yields(value) || shape.type === 'json') return [];
  if (shape.type === 'tag') return inObject(value, TAG, `${at}.`);
  if (shape.type === 'union') return inUnion(value, shape.types ?? [], at);
  if (shape.type === 'ref') return inObject(value, propertiesOf(shape), `${at}.`);
  if (!shape.element) return isPlain(value, shape) ? [] : [`has ${at}, which should be ${plainForm(shape)}`];
  const { element } = shape;
  if (typeof value !== 'object' || value === null || Array.isArray(value) !== (shape.type === 'array'))
    return [`has ${at}, which should be ${shape.type === 'array' ? 'a list' : 'a map'}`];
  return Object.entries(value).flatMap(([key, inner]) => inValue(inner, element, `${at}.${key}`));
}

/** It fits if it fits one. */
function inUnion(value: unknown, shapes: readonly Shape[], at: string): readonly string[] {
  const tried = shapes.map((shape) => inValue(value, shape, at));
  return tried.some((mistakes) => mistakes.length === 0) ? [] : tried.flat();
}

const propertiesOf = ({ reference }: Shape): Properties =>
  known().get('typeDefinition', reference?.$ref ?? '').properties;

/** CloudFormation turns numbers and truth values into texts and back. */
function isPlain(value: unknown, { type, allowedValues }: Shape): boolean {
  if (!['string', 'number', 'boolean'].includes(typeof value)) return false;
  if (allowedValues) return allowedValues.map(String).includes(String(value));
  if (type === 'boolean') return ['true', 'false'].includes(String(value));
  if (type === 'integer') return Number.isInteger(Number(value));
  return type !== 'number' || Number.isFinite(Number(value));
}

const plainForm = ({ type, allowedValues }: Shape): string =>
  allowedValues ? `one of ${allowedValues.join(', ')}` : `of the form ${type}`;

const place = (at: string): string => (at === '' ? 'Properties' : at.slice(0, -1));

function yields(value: unknown): boolean {
  const [name, ...more] = Object.keys(typeof value === 'object' && value !== null ? value : {});
  return name !== undefined && more.length === 0 && isIntrinsic(name);
}

function unknownAttributes(written: unknown, resources: Readonly<Record<string, Body>>): readonly string[] {
  return intrinsics(written).flatMap(([name, value]) =>
    attributesIn(name, value).flatMap(([id, attribute]) => {
      const type = resources[id]?.Type;
      return type === undefined || attribute in (typeNamed(type)?.attributes ?? {})
        ? []
        : [`${id} (${type}) has no attribute ${attribute}`];
    }),
  );
}

/** The attributes asked for: the logical name of the resource, and its attribute. */
function attributesIn(name: string, value: unknown): readonly (readonly [string, string])[] {
  if (name === 'Fn::GetAtt') {
    const [id = '', ...attribute] = Array.isArray(value) ? value.map(String) : String(value).split('.');
    return [[id, attribute.join('.')]];
  }
  if (name !== 'Fn::Sub') return [];
  const text = String(Array.isArray(value) ? value[0] : value);
  return [...text.matchAll(/\$\{([^!.}:]+)\.([^}]+)\}/g)].map(([, id = '', attribute = '']) => [
    id,
    attribute,
  ]);
}
