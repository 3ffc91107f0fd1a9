{{/* Labels of one engine's objects. Takes root and name. */}}
{{- define "engines.labels" -}}
{{ include "common.selector" (dict "Release" .root.Release "name" .name) }}
app.kubernetes.io/part-of: skillstream
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" }}
{{- include "common.moreLabels" (dict "root" .root) }}
{{- end }}

{{/* Labels of one engine's pods. Takes root and name. */}}
{{- define "engines.podLabels" -}}
{{ include "common.selector" (dict "Release" .root.Release "name" .name) }}
app.kubernetes.io/part-of: skillstream
{{- include "common.moreLabels" (dict "root" .root "own" .root.Values.podLabels) }}
{{- end }}
