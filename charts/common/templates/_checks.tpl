{{/*
What a schema cannot say: values that need one another. Fails with the names of both. Takes root and engines.
*/}}
{{- define "common.checks" -}}
{{- $values := .root.Values -}}
{{- $chart := .root.Chart.Name -}}
{{- include "common.checks.release" .root -}}
{{- $autoscaling := $values.autoscaling | default dict -}}
{{- $keda := $values.keda | default dict -}}
{{- if and $autoscaling.enabled $keda.enabled -}}
{{- fail (printf "%s: autoscaling.enabled and keda.enabled exclude each other; choose one" $chart) -}}
{{- end -}}
{{- range $name, $scaler := dict "autoscaling" $autoscaling "keda" $keda -}}
{{- if and $scaler.enabled (gt (int $scaler.minReplicas) (int $scaler.maxReplicas)) -}}
{{- fail (printf "%s: %s.minReplicas %v is above %s.maxReplicas %v" $chart $name $scaler.minReplicas $name $scaler.maxReplicas) -}}
{{- end -}}
{{- end -}}
{{- /* Those that KEDA scales are those that share the partitions of a topic. */ -}}
{{- if hasKey $values "keda" -}}
{{- range $name, $scaler := dict "autoscaling" $autoscaling "keda" $keda -}}
{{- if and $scaler.enabled (gt (int $scaler.maxReplicas) (int $values.global.kafka.partitions)) -}}
{{- fail (printf "%s: %s.maxReplicas %v is above global.kafka.partitions %v; the others would stand idle" $chart $name $scaler.maxReplicas $values.global.kafka.partitions) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- if and $keda.enabled (eq $keda.trigger "prometheus") (not $keda.prometheus.serverAddress) -}}
{{- fail (printf "%s: keda.trigger is prometheus, so keda.prometheus.serverAddress is needed" $chart) -}}
{{- end -}}
{{- if and $autoscaling.enabled (not (dig "requests" "cpu" "" ($values.resources | default dict))) -}}
{{- fail (printf "%s: autoscaling.enabled needs resources.requests.cpu, of which it takes a share" $chart) -}}
{{- end -}}
{{- with $values.shutdown -}}
{{- if gt (int .waitMs) (int .timeoutMs) -}}
{{- fail (printf "%s: shutdown.waitMs %d is above shutdown.timeoutMs %d, within which it lies" $chart (int .waitMs) (int .timeoutMs)) -}}
{{- end -}}
{{- end -}}
{{- include "common.checks.variables" . -}}
{{- include "common.checks.pod" .root -}}
{{- include "common.checks.auth" .root -}}
{{- include "common.checks.alone" . -}}
{{- range .engines -}}
{{- $tls := (index $values.global .).tls -}}
{{- if and $tls.caSecret.name (not $tls.enabled) -}}
{{- fail (printf "global.%s.tls.caSecret.name needs global.%s.tls.enabled: without it nobody reads the Secret" . .) -}}
{{- end -}}
{{- include (printf "common.checks.%s" .) $.root -}}
{{- end -}}
{{- end }}

{{/*
Of two variables of one name Kubernetes takes the last and says nothing, and whatever applies at the server refuses them.
Takes root and engines.
*/}}
{{- define "common.checks.variables" -}}
{{- $ports := "probes, Services and network policies know no other" -}}
{{- $prefix := "KEDA and the rights in the engines go by it: it is global.%s.prefix" -}}
{{- $seen := dict "PORT" $ports "MANAGEMENT_PORT" $ports "KAFKA_PREFIX" (printf $prefix "kafka") "REDIS_PREFIX" (printf $prefix "redis") -}}
{{- range include "common.secretEnv" . | fromYamlArray -}}
{{- $_ := set $seen .name "the chart sets it as well; leave it, or what it is made of in global, alone" -}}
{{- end -}}
{{- range .root.Values.extraEnv -}}
{{- if hasKey $seen .name -}}
{{- fail (printf "%s: extraEnv has %s, and %s" $.root.Chart.Name .name (get $seen .name)) -}}
{{- end -}}
{{- $_ := set $seen .name "has it twice" -}}
{{- end -}}
{{- range .root.Values.sidecars -}}
{{- $sidecar := .name -}}
{{- range .ports -}}
{{- if has (int .containerPort) (list 8080 8081) -}}
{{- fail (printf "%s: sidecar %s has port %d, at which the service itself listens in that pod" $.root.Chart.Name $sidecar (int .containerPort)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/* What Kubernetes would refuse of a pod, or take for something else, when other objects are changed already. */}}
{{- define "common.checks.pod" -}}
{{- $chart := .Chart.Name -}}
{{- $seen := dict $chart "the service itself" -}}
{{- range $list := list "initContainers" "sidecars" -}}
{{- range index $.Values $list | default list -}}
{{- if hasKey $seen .name -}}
{{- fail (printf "%s: %s has a container %s, and so has %s" $chart $list .name (get $seen .name)) -}}
{{- end -}}
{{- $_ := set $seen .name $list -}}
{{- end -}}
{{- end -}}
{{- $volumes := dict -}}
{{- range .Values.extraVolumes -}}
{{- if hasKey $volumes .name -}}
{{- fail (printf "%s: extraVolumes has %s twice" $chart .name) -}}
{{- end -}}
{{- $_ := set $volumes .name true -}}
{{- end -}}
{{- if .Values.global.monitoring.annotations -}}
{{- range $name, $_ := .Values.podAnnotations -}}
{{- if has $name (list "prometheus.io/scrape" "prometheus.io/port" "prometheus.io/path") -}}
{{- fail (printf "%s: podAnnotations has %s, which global.monitoring.annotations sets" $chart $name) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- if and (eq .Values.global.ipFamilyPolicy "SingleStack") (gt (len (.Values.global.ipFamilies | default list)) 1) -}}
{{- fail "global.ipFamilyPolicy is SingleStack, so global.ipFamilies has one family at most" -}}
{{- end -}}
{{- end }}

{{/* A name that Services can have, of Helm's length: helm itself asks for no more than a name of a host. */}}
{{- define "common.checks.release" -}}
{{- if not (regexMatch "^[a-z]([-a-z0-9]*[a-z0-9])?$" .Release.Name) -}}
{{- fail (printf "release %s: its Services are named after it, so the name begins with a letter, and has small letters, digits and - alone, 53 at most" .Release.Name) -}}
{{- end -}}
{{- end }}

{{/* Without a registry an image would be looked up at Docker Hub, under a name that is not ours. Takes image and name. */}}
{{- define "common.checks.noImage" -}}
{{- $repository := .image.repository -}}
{{- fail (printf "%s: no image is named: %s is in no public registry, so a tag, a digest or a registry has to say where it is. Build the images and load them (kind): docker buildx bake -f docker/docker-bake.hcl --load, kind load docker-image --name skillstream skillstream/{ingestion,tagging,analytics,gateway}:dev, then --set global.image.tag=dev. Or push them: REGISTRY=registry.example.org/ TAG=dev docker buildx bake -f docker/docker-bake.hcl --push, then --set global.image.servicesRegistry=registry.example.org --set global.image.tag=dev. Or take those of a release: --values release-values.yaml, which is beside it" .name $repository) -}}
{{- end }}

{{/* The services refuse the same at their start; here it is said before anything is changed. */}}
{{- define "common.checks.auth" -}}
{{- $auth := .Values.global.auth -}}
{{- if eq $auth.environment "production" -}}
{{- if not $auth.issuer -}}
{{- fail "global.auth.environment is production, so global.auth.issuer is needed: whose tokens are to be taken" -}}
{{- else if not (hasPrefix "https://" $auth.issuer) -}}
{{- fail (printf "global.auth.environment is production, so global.auth.issuer has to be https, not %s" $auth.issuer) -}}
{{- else if $auth.demoKey.enabled -}}
{{- fail "global.auth.environment is production, which takes no demo key: set global.auth.demoKey.enabled to false" -}}
{{- end -}}
{{- end -}}
{{- end }}

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

{{- define "common.checks.mongodb" -}}
{{- $mongodb := .Values.global.mongodb -}}
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
