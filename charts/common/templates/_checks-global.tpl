{{/*
Helm hands the same `global` to all charts of a release, so a parent chart may have keys there that are not ours. One that
looks like one of ours is a slip of the pen.
*/}}
{{- define "common.checks.global" -}}
{{- $ours := list "umbrella" "image" "kafka" "mongodb" "redis" "auth" "tracing" "commonLabels" "commonAnnotations" "fixedUids" "ipFamilyPolicy" "ipFamilies" "networkPolicy" "monitoring" -}}
{{- $known := dict -}}
{{- range $ours }}{{ $_ := set $known (include "common.lettersOf" .) . }}{{ end -}}
{{- range $key, $_ := .Values.global -}}
{{- if not (has $key $ours) -}}
{{- with get $known (include "common.lettersOf" $key) -}}
{{- fail (printf "global.%s is no value of these charts: is global.%s meant?" $key .) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- with .Values.global -}}
{{- /* Without a policy Kubernetes takes SingleStack. */ -}}
{{- if and (not (hasSuffix "DualStack" (.ipFamilyPolicy | default ""))) (gt (len (.ipFamilies | default list)) 1) -}}
{{- fail "global.ipFamilies has two families, so global.ipFamilyPolicy has to be PreferDualStack or RequireDualStack" -}}
{{- end -}}
{{- $tracing := .tracing | default dict -}}
{{- if hasSuffix "/v1/traces" ($tracing.endpoint | default "") -}}
{{- fail "global.tracing.endpoint ends in /v1/traces, which the services add themselves: leave it out" -}}
{{- end -}}
{{- if and (dig "headersSecret" "name" "" $tracing) (not $tracing.endpoint) -}}
{{- fail "global.tracing.headersSecret.name needs global.tracing.endpoint: without one nothing is sent" -}}
{{- end -}}
{{- $monitoring := .monitoring | default (dict "serviceMonitor" dict) -}}
{{- $isFound := or $monitoring.namespaceSelector $monitoring.podSelector -}}
{{- if and .networkPolicy.enabled (not $isFound) (or $monitoring.serviceMonitor.enabled $monitoring.annotations) -}}
{{- $asked := ternary "serviceMonitor.enabled" "annotations" $monitoring.serviceMonitor.enabled -}}
{{- fail (printf "global.monitoring.%s has a Prometheus read metrics, and global.networkPolicy.enabled lets none in: set global.monitoring.namespaceSelector, like kubernetes.io/metadata.name: monitoring, or podSelector, to where it runs" $asked) -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/* The letters of a word in the order of the alphabet, without their case and an s at the end. */}}
{{- define "common.lettersOf" -}}
{{- lower . | replace "-" "" | replace "_" "" | trimSuffix "s" | splitList "" | sortAlpha | join "" -}}
{{- end }}
