{{/* Where the pages about alerts are, as the gateway serves them; empty where nobody says, and nothing leads to it from afar. */}}
{{- define "skillstream.runbooks" -}}
{{- $gateway := .Values.gateway -}}
{{- if .Values.prometheusRule.runbookBaseUrl -}}
{{ .Values.prometheusRule.runbookBaseUrl | trimSuffix "/" }}
{{- else if include "common.page.isRouted" $gateway -}}
{{ include "common.page.address" $gateway }}runbooks
{{- end -}}
{{- end }}

{{/* The rules of this release: its names, and its pages about alerts, in place of what the file has. */}}
{{- define "skillstream.rules" -}}
{{- $rules := .Files.Get "files/observability/skillstream.rules.yaml" | replace "__NAMESPACE__" .Release.Namespace | replace "__RELEASE__" .Release.Name -}}
{{- with include "skillstream.runbooks" . -}}
{{- $rules = regexReplaceAll "docs/runbooks/([a-z-]+)\\.md" $rules (printf "%s/${1}" .) -}}
{{- end -}}
{{ $rules }}
{{- end }}
