{{/* Everything of a host goes to the gateway. */}}
{{- define "gateway.ingressPaths" -}}
{{- with .Values.ingress -}}
{{- if and (eq .path "/*") (ne .pathType "ImplementationSpecific") -}}
{{- fail (printf "ingress.path /* is for an ingress.pathType of ImplementationSpecific, not for %s, of which it is a path with a star" .pathType) -}}
{{- end -}}
{{- end -}}
http:
  paths:
    - path: {{ .Values.ingress.path | quote }}
      pathType: {{ .Values.ingress.pathType }}
      backend:
        service:
          name: {{ include "common.fullname" . }}
          port: { name: http }
{{- end }}

{{/* A time of the Gateway API (GEP-2257), like 1m30s, in milliseconds; 0 where there is none, or no limit. */}}
{{- define "gateway.milliseconds" -}}
{{- $units := dict "h" 3600000 "m" 60000 "s" 1000 "ms" 1 -}}
{{- $sum := 0 -}}
{{- range regexFindAll "[0-9]+(ms|h|m|s)" . -1 -}}
{{- $unit := regexFind "[a-z]+$" . -}}
{{- $sum = add $sum (mul (trimSuffix $unit . | int) (get $units $unit)) -}}
{{- end -}}
{{- $sum -}}
{{- end }}
