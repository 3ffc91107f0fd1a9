{{/*
A pod's end: endpoints forget it while preStop sleeps, SIGTERM comes, the service stops in order within its deadline.
The grace time is the sum of both and a margin, worked out here so that the three cannot disagree.
*/}}
{{- define "common.graceSeconds" -}}
{{- $stop := divf (.Values.shutdown.timeoutMs | float64) 1000 | ceil | int -}}
{{ add .Values.shutdown.preStopSeconds $stop .Values.shutdown.marginSeconds }}
{{- end }}

{{/* Sleep of the kubelet's own: the image has no shell and no sleep. */}}
{{- define "common.lifecycle" -}}
{{- with .Values.shutdown.preStopSeconds }}
lifecycle:
  preStop:
    sleep:
      seconds: {{ . }}
{{- end }}
{{- end }}
