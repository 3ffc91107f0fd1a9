/** A platform with engines of one's own, everything that can be said about them said. */
export const external = {
  engines: { enabled: false },
  global: {
    kafka: {
      brokers: ['k1.example.net:9093', 'k2.example.net:9094'],
      replicationFactor: 3,
      tls: { enabled: true, caSecret: { name: 'kafka-ca', key: 'root.pem' } },
      sasl: { mechanism: 'scram-sha-512', username: 'kate' },
      existingSecret: { name: 'mine', passwordKey: 'k' },
      egress: { cidrs: ['10.1.0.0/16'] },
    },
    mongodb: {
      url: 'mongodb+srv://m.example.net',
      options: 'retryWrites=false',
      username: 'mary',
      authSource: 'people',
      tls: { enabled: true, caSecret: { name: 'mongo-ca' } },
      existingSecret: { name: 'mine', passwordKey: 'm' },
    },
    redis: {
      url: 'rediss://r.example.net:6380',
      username: 'rita',
      tls: { enabled: true, caSecret: { name: 'redis-ca' } },
      existingSecret: { name: 'mine', passwordKey: 'r' },
      egress: {
        cidrs: [],
        peers: [{ namespaceSelector: { matchLabels: { name: 'redis' } } }],
        ports: [7000],
      },
    },
  },
};
