{{/* Says `true` where an autoscaler decides on the replicas, so that the Deployment leaves them alone. */}}
{{- define "common.autoscaled" -}}
{{- if or ((.Values.autoscaling | default dict).enabled) ((.Values.keda | default dict).enabled) }}true{{ end -}}
{{- end }}

{{/* The fewest replicas that run when nothing is wrong. */}}
{{- define "common.minReplicas" -}}
{{- if (.Values.autoscaling | default dict).enabled }}{{ .Values.autoscaling.minReplicas }}
{{- else if (.Values.keda | default dict).enabled }}{{ .Values.keda.minReplicas }}
{{- else }}{{ .Values.replicas }}{{ end -}}
{{- end }}

{{/*
What a PodDisruptionBudget promises, empty where only one replica can ever run: a budget there would only block drains.
Where an autoscaler may go down to one replica, minAvailable would block them too, so one may always be away.
*/}}
{{- define "common.disruption" -}}
{{- if gt (include "common.minReplicas" . | int) 1 -}}
minAvailable: 1
{{- else if include "common.autoscaled" . -}}
maxUnavailable: 1
{{- end -}}
{{- end }}
