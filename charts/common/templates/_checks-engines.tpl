{{- define "common.checks.kafka" -}}
{{- $kafka := .Values.global.kafka -}}
{{- if include "common.kafka.own" . -}}
{{- if or $kafka.tls.enabled (not (has $kafka.sasl.mechanism (list "" "plain"))) -}}
{{- fail "global.kafka.brokers is empty, so the demo Kafka is used, and that has neither TLS nor SCRAM: set global.kafka.brokers, or leave global.kafka.tls and global.kafka.sasl.mechanism alone" -}}
{{- else if $kafka.sasl.username -}}
{{- fail "global.kafka.brokers is empty, so the demo Kafka is used, and that has a user for each service by its name: set global.kafka.brokers, or leave global.kafka.sasl.username alone" -}}
{{- else if gt (int $kafka.replicationFactor) 1 -}}
{{- fail (printf "global.kafka.brokers is empty, so the demo Kafka is used, and that is one broker: global.kafka.replicationFactor is 1 there, not %d" (int $kafka.replicationFactor)) -}}
{{- end -}}
{{- else if $kafka.sasl.mechanism -}}
{{- if not (and $kafka.sasl.username $kafka.existingSecret.name) -}}
{{- fail "global.kafka.sasl.mechanism needs global.kafka.sasl.username and global.kafka.existingSecret.name" -}}
{{- end -}}
{{- else if or $kafka.sasl.username $kafka.existingSecret.name -}}
{{- fail "global.kafka.sasl.username and global.kafka.existingSecret.name need global.kafka.sasl.mechanism where global.kafka.brokers is set" -}}
{{- end -}}
{{- end }}

{{/* A list of hosts in a URL, each with a port or not: by name, IPv4 address, or IPv6 address in brackets. */}}
{{- define "common.pattern.hosts" -}}
{{- $port := "([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])" -}}
{{- $host := printf `(\[[0-9a-fA-F:.]+\]|[a-zA-Z0-9._-]+)(:%s)?` $port -}}
{{- printf "%s(,%s)*" $host $host -}}
{{- end }}

{{- /* The schema would say a pattern, and the value, in which there may be a password. */}}
{{- define "common.checks.mongodb" -}}
{{- $mongodb := .Values.global.mongodb -}}
{{- $url := $mongodb.url | default "" -}}
{{- if contains "@" $url -}}
{{- fail "global.mongodb.url has a user or a password in it, and a URL is shown in logs: say them in global.mongodb.username and global.mongodb.existingSecret" -}}
{{- else if and $url (not (regexMatch (printf `^(mongodb://%s/?|mongodb\+srv://[a-zA-Z0-9._-]+/?)$` (include "common.pattern.hosts" .)) $url)) -}}
{{- fail "global.mongodb.url is none of MongoDB: like mongodb://a:27017,b:27017 or mongodb+srv://host (which takes no port), an IPv6 address in brackets; the database is ingestion.database and analytics.database, options are in global.mongodb.options" -}}
{{- end -}}
{{- if regexMatch "(^|&)(tls|ssl)=" ($mongodb.options | default "") -}}
{{- fail "global.mongodb.options has tls=, which global.mongodb.tls.enabled says" -}}
{{- end -}}
{{- if and (or $mongodb.username (include "common.mongodb.own" .)) (regexMatch "(^|&)authSource=" ($mongodb.options | default "")) -}}
{{- fail "global.mongodb.options has authSource=, which global.mongodb.authSource says" -}}
{{- end -}}
{{- if include "common.mongodb.own" . -}}
{{- if $mongodb.tls.enabled -}}
{{- fail "global.mongodb.url is empty, so the demo MongoDB is used, and that has no TLS: set global.mongodb.url, or leave global.mongodb.tls alone" -}}
{{- else if ne $mongodb.authSource "admin" -}}
{{- fail "global.mongodb.url is empty, so the demo MongoDB is used, and its user is in admin: set global.mongodb.url, or leave global.mongodb.authSource alone" -}}
{{- end -}}
{{- else if ne (empty $mongodb.username) (empty $mongodb.existingSecret.name) -}}
{{- fail "global.mongodb.username and global.mongodb.existingSecret.name need each other where global.mongodb.url is set" -}}
{{- end -}}
{{- end }}

{{- define "common.checks.redis" -}}
{{- $redis := .Values.global.redis -}}
{{- $url := $redis.url | default "" -}}
{{- $hosts := include "common.pattern.hosts" . -}}
{{- $one := regexReplaceAll `\(,.*$` $hosts "" -}}
{{- if contains "@" $url -}}
{{- fail "global.redis.url has a user or a password in it, and a URL is shown in logs: say them in global.redis.username and global.redis.existingSecret" -}}
{{- else if and $url (not (regexMatch (printf `^(rediss?://%s(/[0-9]+)?|rediss?\+sentinel://%s/[a-zA-Z0-9._-]+(/[0-9]+)?|rediss?\+cluster://%s)$` $one $hosts $hosts) $url)) -}}
{{- fail "global.redis.url is none of Redis: like redis://host:6379, redis+sentinel://a:26379,b:26379/mymaster or redis+cluster://a:6379,b:6379, by TLS rediss, an IPv6 address in brackets" -}}
{{- end -}}
{{- if include "common.redis.own" . -}}
{{- if or $redis.tls.enabled $redis.username -}}
{{- fail "global.redis.url is empty, so the demo Valkey is used, and that has neither TLS nor other users: set global.redis.url, or leave global.redis.tls and global.redis.username alone" -}}
{{- else if $redis.existingSecret.sentinelPasswordKey -}}
{{- fail "global.redis.url is empty, so the demo Valkey is used, and that has no Sentinels: set global.redis.url, or leave global.redis.existingSecret.sentinelPasswordKey alone" -}}
{{- end -}}
{{- else if and $redis.username (not $redis.existingSecret.name) -}}
{{- fail "global.redis.username needs global.redis.existingSecret.name" -}}
{{- else if and $redis.existingSecret.sentinelPasswordKey (not $redis.existingSecret.name) -}}
{{- fail "global.redis.existingSecret.sentinelPasswordKey needs global.redis.existingSecret.name" -}}
{{- end -}}
{{- end }}
