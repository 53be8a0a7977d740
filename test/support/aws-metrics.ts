/**
 * The metrics of AWS that our dashboards and alarms read, with the dimensions they have. From AWS's documentation, read in 2026:
 * Amazon API Gateway dimensions and metrics; Lambda function metrics; DynamoDB metrics and dimensions; Available CloudWatch metrics
 * for Amazon SQS; AWS WAF metrics and dimensions; Monitor AWS Site-to-Site VPN tunnels; Monitoring your Amazon SES sending reputation;
 * Supported CloudWatch metrics for AWS Certificate Manager; AWS Backup metrics with CloudWatch. None was seen on a real account.
 */
export const AWS_METRICS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'AWS/ApiGateway': {
    '4XXError': ['ApiName'],
    '5XXError': ['ApiName'],
    Count: ['ApiName'],
    Latency: ['ApiName'],
  },
  'AWS/Lambda': {
    Errors: ['FunctionName'],
    Throttles: ['FunctionName'],
    Duration: ['FunctionName'],
    ConcurrentExecutions: ['FunctionName'],
  },
  'AWS/DynamoDB': {
    SystemErrors: ['Operation', 'TableName'],
    ReadThrottleEvents: ['TableName'],
    WriteThrottleEvents: ['TableName'],
    ConsumedReadCapacityUnits: ['TableName'],
    ConsumedWriteCapacityUnits: ['TableName'],
  },
  'AWS/SQS': {
    ApproximateNumberOfMessagesVisible: ['QueueName'],
    ApproximateAgeOfOldestMessage: ['QueueName'],
  },
  'AWS/WAFV2': { BlockedRequests: ['Region', 'Rule', 'WebACL'] },
  'AWS/VPN': { TunnelState: ['VpnId'] },
  'AWS/SES': { 'Reputation.BounceRate': [], 'Reputation.ComplaintRate': [] },
  'AWS/CertificateManager': { DaysToExpiry: ['CertificateArn'] },
  'AWS/Backup': { NumberOfBackupJobsFailed: ['BackupVaultName'] },
};
