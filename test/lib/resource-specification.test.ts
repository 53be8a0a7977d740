import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { specificationMistakes } from './resource-specification.ts';

const bucket = (Properties: object, beside: object = {}) => ({
  Resources: { Bucket: { Type: 'AWS::S3::Bucket', Properties, ...beside } },
});
const value = (Value: unknown) => ({ ...bucket({}), Outputs: { Told: { Value } } });
const told = (written: object) => specificationMistakes(Template.fromJSON({ ...written }));

describe('a template', () => {
  test('that asks for what there is has no mistake, whatever form a value is written in', () => {
    const written = bucket(
      {
        BucketName: { 'Fn::Join': ['-', ['trail', { Ref: 'AWS::Region' }]] },
        ObjectLockEnabled: 'true',
        ObjectLockConfiguration: { Rule: { DefaultRetention: { Days: '400', Mode: 'COMPLIANCE' } } },
        Tags: [{ Key: 'kept', Value: 'yes' }],
      },
      { DeletionPolicy: 'Retain', DependsOn: [] },
    );
    expect(told(written)).toEqual([]);
    expect(told(value({ 'Fn::GetAtt': ['Bucket', 'Arn'] }))).toEqual([]);
    expect(told(value({ 'Fn::Sub': '${AWS::Region} ${!Bucket.Ar} ${Bucket.Arn}' }))).toEqual([]);
  });

  test.each<[string, object, string]>([
    ['a type', { Resources: { Pail: { Type: 'AWS::S3::Pail' } } }, 'Pail (AWS::S3::Pail) is of a type'],
    ['a property', bucket({ BucketNames: '' }), 'has BucketNames, which is unknown'],
    ['a property within', bucket({ Tags: [{ Key: '', Value: '', Of: '' }] }), 'has Tags.0.Of, which'],
    ['a key beside the properties', bucket({}, { Deletion: 'Retain' }), 'has Deletion beside'],
    [
      'an attribute',
      value({ 'Fn::GetAtt': ['Bucket', 'ARN'] }),
      'Bucket (AWS::S3::Bucket) has no attribute ARN',
    ],
    ['an attribute with a dot', value({ 'Fn::GetAtt': 'Bucket.Arn.Of' }), 'has no attribute Arn.Of'],
    ['an attribute in a text', value({ 'Fn::Sub': '${Bucket.Url}' }), 'has no attribute Url'],
  ])('that names %s which there is not is found', (_what, written, mistake) => {
    expect(told(written).join()).toContain(mistake);
  });

  test('that leaves out what is required is found, wherever it stands', () => {
    const nothing = { Resources: { Key: { Type: 'AWS::KMS::Alias', Properties: {} } } };
    expect(told(nothing)).toEqual([
      'Key (AWS::KMS::Alias) lacks TargetKeyId',
      'Key (AWS::KMS::Alias) lacks AliasName',
    ]);
    expect(told(bucket({ Tags: [{ Key: 'kept' }] })).join()).toContain('lacks Tags.0.Value');
  });

  test.each<[string, object, string]>([
    ['a text for a list', { Tags: 'kept' }, 'Tags, which should be a list'],
    ['a map for a list', { Tags: { kept: 'yes' } }, 'Tags, which should be a list'],
    ['a list for a text', { BucketName: ['trail'] }, 'BucketName, which should be of the form string'],
    [
      'a text for properties',
      { ObjectLockConfiguration: 'on' },
      'ObjectLockConfiguration, which should have',
    ],
    [
      'a word for a truth',
      { ObjectLockEnabled: 'on' },
      'ObjectLockEnabled, which should be of the form boolean',
    ],
    ['a word that is not one of them', { AccessControl: 'Mine' }, 'AccessControl, which should be one of'],
  ])('that has %s is found', (_what, properties, mistake) => {
    expect(told(bucket(properties)).join()).toContain(mistake);
  });
});
