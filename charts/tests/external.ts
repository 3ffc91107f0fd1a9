/** A platform with engines and an issuer of one's own, everything that can be said about them said. */
export const external = {
  engines: { enabled: false },
  global: {
    auth: {
      environment: 'production',
      issuer: 'https://login.example.net:8443/realms/work',
      audience: 'postings',
      reads: 'closed',
      demoKey: { enabled: false },
      caSecret: { name: 'login-ca' },
      egress: { cidrs: ['10.9.0.0/16'] },
    },
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
