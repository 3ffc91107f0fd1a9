{{/*
Refuses another claim than the one that a StatefulSet was made with: Kubernetes changes none, and would say so when half of
the release is changed. Where helm cannot look into the cluster it says nothing. Takes engine, kept (the StatefulSet, or
an empty dict), size (empty: no claim), storageClass and namespace.
*/}}
{{- define "engines.checks.claim" -}}
{{- if .kept -}}
{{- $name := .kept.metadata.name -}}
{{- $claim := (first (.kept.spec.volumeClaimTemplates | default (list dict))).spec | default dict -}}
{{- $size := dig "resources" "requests" "storage" "" $claim -}}
{{- $class := $claim.storageClassName | default "" -}}
{{- $was := printf "StatefulSet %s was made" $name -}}
{{- $fixed := "and Kubernetes changes no claim of a StatefulSet" -}}
{{- $anew := printf "or give its data up: kubectl --namespace %s delete statefulset/%s pvc/data-%s-0, then this again" .namespace $name $name -}}
{{- if ne (empty $size) (empty .size) -}}
{{- fail (printf "engines: %s %s volume, %s. Set persistence.enabled (and kafka.dataInMemory.size) back, %s" $was (ternary "without a" "with a" (empty $size)) $fixed $anew) -}}
{{- else if .size -}}
{{- if ne $class .storageClass -}}
{{- fail (printf "engines: %s with persistence.storageClass %q, not %q, %s. Set it back, %s" $was $class .storageClass $fixed $anew) -}}
{{- end -}}
{{- $bytes := include "common.quantity" .size | float64 -}}
{{- $before := include "common.quantity" $size | float64 -}}
{{- if lt $bytes $before -}}
{{- fail (printf "engines: %s with %s.size %s, not %s, %s, nor makes a volume smaller. Set it back, %s" $was .engine $size .size $fixed $anew) -}}
{{- else if gt $bytes $before -}}
{{- $grown := dict "spec" (dict "resources" (dict "requests" (dict "storage" .size))) | toJson -}}
{{- fail (printf "engines: %s with %s.size %s, not %s, %s. Set it back, or where the storage class lets volumes grow: kubectl --namespace %s patch pvc data-%s-0 --patch '%s', then kubectl --namespace %s delete statefulset %s --cascade=orphan, which keeps the pod, then this again" $was .engine $size .size $fixed .namespace $name $grown .namespace $name) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/*
An engine that may take all of its limit is killed. Its own bound is written in its own units: m and g of the JVM and kb, mb
and gb of Valkey are powers of 1024, MongoDB's a number of GiB. Takes engine and values.
*/}}
{{- define "engines.checks.memory" -}}
{{- $limit := dig "limits" "memory" "" (.values.resources | default dict) -}}
{{- $key := get (dict "kafka" "heap" "mongodb" "cacheSizeGB" "valkey" "maxmemory") .engine -}}
{{- $bound := index .values $key | toString -}}
{{- $number := regexFind "^[0-9.]+" $bound -}}
{{- $unit := trimPrefix $number $bound | default "g" | trunc 1 | upper -}}
{{- if toString $limit -}}
{{- if ge (include "common.quantity" (printf "%s%si" $number $unit) | float64) (include "common.quantity" $limit | float64) -}}
{{- fail (printf "engines: %s.%s %s is not below %s.resources.limits.memory %v, so it would be killed before it is full" .engine $key $bound .engine $limit) -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/* All checks of each engine that runs here. */}}
{{- define "engines.checks" -}}
{{- range $engine, $global := dict "kafka" "kafka" "mongodb" "mongodb" "valkey" "redis" -}}
{{- if include (printf "common.%s.own" $global) $ -}}
{{- $values := index $.Values $engine -}}
{{- include "common.checks.resources" (dict "place" (printf "engines: %s.resources" $engine) "resources" $values.resources) -}}
{{- include "engines.checks.memory" (dict "engine" $engine "values" $values) -}}
{{- $inMemory := ($values.dataInMemory | default dict).size -}}
{{- $name := include "common.shortName" (dict "Release" $.Release "name" $engine "longest" 52) -}}
{{- $kept := lookup "apps/v1" "StatefulSet" $.Release.Namespace $name -}}
{{- $size := ternary $values.size "" (and $.Values.persistence.enabled (empty $inMemory)) -}}
{{- include "engines.checks.claim" (dict "engine" $engine "kept" $kept "size" $size "storageClass" ($.Values.persistence.storageClass | default "") "namespace" $.Release.Namespace) -}}
{{- end -}}
{{- end -}}
{{- end }}
