/** Kinds that no schema is had for, and why. */
export const withoutSchema: Readonly<Record<string, string>> = {
  'kafka.strimzi.io/v1 Kafka':
    'Strimzi makes its definitions from Java; no package that the project could take has them.',
  'kafka.strimzi.io/v1 KafkaNodePool': 'The same.',
  'kafka.strimzi.io/v1 KafkaUser': 'The same.',
  'mongodbcommunity.mongodb.com/v1 MongoDBCommunity': 'No package has its definition.',
  'kind.x-k8s.io/v1alpha4 Cluster': 'A file for kind, which no cluster is told of.',
};
