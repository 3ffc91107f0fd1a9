{{/*
Settings of the single node, as packages/engines has them for a laptop (a test compares the two). Clients log in at
CLIENT and may do no more than their ACLs say, which a Job makes. The broker talks to itself at LOCAL, and with its
controller, on the pod's loopback, where nobody else is: so ANONYMOUS is a super user. The name that it tells its clients
has the namespace that the pod is in, whatever applied the objects.
*/}}
{{- define "engines.kafka.settings" -}}
process.roles: broker,controller
node.id: 1
controller.quorum.voters: 1@localhost:9093
listeners: CLIENT://:9092,LOCAL://localhost:9094,CONTROLLER://localhost:9093
advertised.listeners: CLIENT://{{ .Release.Name }}-kafka.$(POD_NAMESPACE).svc:9092,LOCAL://localhost:9094
listener.security.protocol.map: CLIENT:SASL_PLAINTEXT,LOCAL:PLAINTEXT,CONTROLLER:PLAINTEXT
inter.broker.listener.name: LOCAL
controller.listener.names: CONTROLLER
sasl.enabled.mechanisms: PLAIN
listener.name.client.plain.sasl.jaas.config: >-
  org.apache.kafka.common.security.plain.PlainLoginModule required
  user_skillstream="$(ADMIN_PASSWORD)"
  {{- range include "engines.users" (dict "root" . "engine" "kafka") | fromYamlArray }}
  user_{{ . }}="$({{ upper . }}_PASSWORD)"
  {{- end }};
authorizer.class.name: org.apache.kafka.metadata.authorizer.StandardAuthorizer
allow.everyone.if.no.acl.found: false
super.users: User:ANONYMOUS;User:skillstream
# Below the volume's root, where a file system may keep lost+found.
log.dirs: /var/lib/kafka/data/log
auto.create.topics.enable: false
log.retention.ms: -1
log.retention.bytes: -1
offsets.topic.replication.factor: 1
offsets.topic.num.partitions: 4
transaction.state.log.replication.factor: 1
transaction.state.log.min.isr: 1
transaction.state.log.num.partitions: 4
group.initial.rebalance.delay.ms: 0
broker.session.timeout.ms: 3000
broker.heartbeat.interval.ms: 500
log.cleaner.dedupe.buffer.size: 33554432
num.network.threads: 2
num.io.threads: 4
{{- end }}

{{/* The same as the image's variables; what they refer to comes before. */}}
{{- define "engines.kafka.env" -}}
{{- include "engines.passwordEnv" (dict "root" . "engine" "kafka" "variable" "ADMIN_PASSWORD") }}
- name: POD_NAMESPACE
  valueFrom: { fieldRef: { fieldPath: metadata.namespace } }
- name: KAFKA_HEAP_OPTS
  value: -Xms64m -Xmx{{ .Values.kafka.heap }}
{{- range $key, $value := include "engines.kafka.settings" . | fromYaml }}
- name: KAFKA_{{ $key | upper | replace "." "_" }}
  value: {{ if kindIs "float64" $value }}{{ int64 $value | quote }}{{ else }}{{ $value | quote }}{{ end }}
{{- end }}
{{- end }}
