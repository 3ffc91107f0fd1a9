{{/*
What a schema cannot say: values that need one another. Fails with the names of both. Takes root, engines, chart
(the name of the chart itself), and folder, as common.volumes does.
*/}}
{{- define "common.checks" -}}
{{- $values := .root.Values -}}
{{- $chart := .root.Chart.Name -}}
{{- include "common.checks.alias" . -}}
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
{{- if and $keda.enabled (ne $keda.trigger "prometheus") -}}
{{- range $values.extraEnv -}}
{{- if hasPrefix "KAFKA_SASL_" .name -}}
{{- fail (printf "%s: KEDA asks Kafka itself, and knows nothing of %s in extraEnv: log in by global.kafka.sasl, or set keda.trigger to prometheus" $chart .name) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- if and $keda.enabled (eq $keda.trigger "prometheus") (empty $keda.prometheus.authentication) $keda.prometheus.authModes -}}
{{- fail (printf "%s: keda.prometheus.authModes needs keda.prometheus.authentication, which has what they log in with" $chart) -}}
{{- end -}}
{{- if and $keda.enabled (eq $keda.trigger "prometheus") (not $keda.prometheus.serverAddress) -}}
{{- fail (printf "%s: keda.trigger is prometheus, so keda.prometheus.serverAddress is needed" $chart) -}}
{{- end -}}
{{- if and (hasKey $values "keda") (gt (int $values.replicas) (int $values.global.kafka.partitions)) -}}
{{- fail (printf "%s: replicas %v is above global.kafka.partitions %v; the others would stand idle" $chart (int $values.replicas) $values.global.kafka.partitions) -}}
{{- end -}}
{{- $resources := $values.resources | default dict -}}
{{- /* Where there is a limit alone Kubernetes asks for as much. */ -}}
{{- if and $autoscaling.enabled (not (or (dig "requests" "cpu" "" $resources) (dig "limits" "cpu" "" $resources))) -}}
{{- fail (printf "%s: autoscaling.enabled needs resources.requests.cpu, of which it takes a share" $chart) -}}
{{- end -}}
{{- with $values.shutdown -}}
{{- if gt (int .waitMs) (int .timeoutMs) -}}
{{- fail (printf "%s: shutdown.waitMs %d is above shutdown.timeoutMs %d, within which it lies" $chart (int .waitMs) (int .timeoutMs)) -}}
{{- end -}}
{{- end -}}
{{- include "common.checks.variables" . -}}
{{- include "common.checks.pod" . -}}
{{- include "common.checks.resources" (dict "place" (printf "%s: resources" $chart) "resources" $values.resources) -}}
{{- include "common.checks.global" .root -}}
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
{{- if and (dig "caSecret" "name" "" $auth) (not $auth.issuer) -}}
{{- fail "global.auth.caSecret.name needs global.auth.issuer: without one nobody reads the Secret" -}}
{{- end -}}
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
